BeforeAll {
    . $PSScriptRoot/Bakery.ps1
    $script:Grams = 500

    function New-HttpError([int] $Code) {
        $response = [System.Net.Http.HttpResponseMessage]::new([System.Net.HttpStatusCode] $Code)
        [Microsoft.PowerShell.Commands.HttpResponseException]::new("status $Code", $response)
    }
}

Describe 'Get-Order' {
    It 'returns nothing for an unknown order' {
        Mock Invoke-RestMethod { throw (New-HttpError 404) }
        Get-Order -Id 404404 | Should -BeNullOrEmpty
    }

    It 'throws for <Status>' -TestCases @(
        @{ Status = 401 }
        @{ Status = 403 }
    ) {
        param($Status)
        Mock Invoke-RestMethod { throw (New-HttpError $Status) }
        { Get-Order -Id 7 } | Should -Throw '*refused*'
    }

    It 'waits after a 429' {
        $script:calls = 0
        Mock Start-Sleep {}
        Mock Invoke-RestMethod {
            if ($script:calls++ -eq 0) { throw (New-HttpError 429) }
            @{ Id = 7; Kind = 'roll' }
        }
        (Get-Order -Id 7).Kind | Should -Be 'roll'
        Should -Invoke Start-Sleep -Times 1 -Exactly
    }
}

Describe 'Send-Batch' {
    It 'halves a batch that is too large' {
        Mock Invoke-WebRequest { [pscustomobject]@{ StatusCode = if ($Body.Length -gt 500) { 413 } else { 202 } } }
        Send-Batch -Orders (1..88)
        Should -Invoke Invoke-WebRequest -Times 3
    }

    It 'keeps the status' {
        Mock Invoke-WebRequest { [pscustomobject]@{ StatusCode = 507; StatusDescription = 'Insufficient Storage' } }
        $answer = Send-Batch -Orders 1 -PassThru
        $answer.StatusCode | Should -Be 507
    }
}

Describe 'Get-Flour' {
    It 'weighs <Kind>' -TestCases @(
        @{ Kind = 'loaf'; Expected = 500 }
        @{ Kind = 'wheel'; Expected = 429 }
        @{ Kind = 'crumb'; Expected = 404 }
    ) {
        param($Kind, $Expected)
        Get-Flour -Kind $Kind | Should -Be $Expected
        Get-Flour -Kind $Kind | Should -BeLessThan ($Grams + 4)
    }
}
