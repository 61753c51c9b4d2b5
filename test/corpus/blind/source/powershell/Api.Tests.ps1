BeforeAll {
    . $PSScriptRoot/../Get-Stock.ps1
    $base = 'http://localhost:5000'
}

Describe 'api' {
    It 'answers <Expected> for <Path>' -ForEach @(
        @{ Path = '/orders/500'; Expected = 404 }
        @{ Path = '/admin'; Expected = 401 }
    ) {
        $response = Invoke-WebRequest "$base$Path" -SkipHttpErrorCheck
        $response.StatusCode | Should -Be $Expected
    }

    It 'refuses a big body' {
        $response = Invoke-WebRequest "$base/orders" -Method Post -Body ('x' * 500kb) -SkipHttpErrorCheck
        $response.StatusCode | Should -Be 413
        $response.Content.Length | Should -BeLessThan 500
    }

    It 'refuses a delete' {
        $response = Invoke-WebRequest $base -Method Delete -SkipHttpErrorCheck
        [int]$response.StatusCode | Should -BeExactly 405
        $response.StatusCode | Should -Not -Be 500
    }

    It 'waits' {
        Mock Invoke-RestMethod {
            $r = [System.Net.Http.HttpResponseMessage]::new([System.Net.HttpStatusCode]::ServiceUnavailable)
            throw [Microsoft.PowerShell.Commands.HttpResponseException]::new('down', $r)
        }
        { Get-Stock -Sku 'bolt' } | Should -Throw
        Should -Invoke Invoke-RestMethod -Times 4
    }
}
