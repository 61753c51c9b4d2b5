BeforeAll {
    . $PSScriptRoot/Publish-Chirp.ps1

    function New-HttpFailure([System.Net.HttpStatusCode] $Status, [string] $Body = '') {
        $response = [System.Net.Http.HttpResponseMessage]::new($Status)
        $exception = [Microsoft.PowerShell.Commands.HttpResponseException]::new("status $([int] $Status)", $response)
        $record = [System.Management.Automation.ErrorRecord]::new($exception, 'Chirp', 'InvalidOperation', $null)
        $record.ErrorDetails = [System.Management.Automation.ErrorDetails]::new($Body)
        $record
    }
}

Describe 'Publish-Chirp' {
    BeforeEach {
        Mock Start-Sleep {}
        $script:calls = 0
    }

    It 'posts to the X API' {
        Mock Invoke-RestMethod { @{ data = @{ id = '1850453187' } } } -ParameterFilter { $Uri -eq 'https://api.x.com/2/tweets' }
        Publish-Chirp -Text 'good morning' | Should -Be '1850453187'
    }

    It 'waits when there were too many' {
        Mock Invoke-RestMethod {
            $script:calls++
            if ($script:calls -lt 3) { throw (New-HttpFailure -Status 429) }
            @{ data = @{ id = '50' } }
        }
        Publish-Chirp -Text 'good noon' | Should -Be '50'
        Should -Invoke Start-Sleep -Times 2 -ParameterFilter { $Seconds -ge 32 }
    }

    It 'skips what was said before' {
        Mock Invoke-RestMethod {
            throw (New-HttpFailure -Status Forbidden -Body '{"detail":"You are not allowed to create a Tweet with duplicate content.","status":403}')
        }
        Publish-Chirp -Text 'good noon' | Should -BeNullOrEmpty
    }

    It 'stops when the token is bad' {
        Mock Invoke-RestMethod { throw (New-HttpFailure -Status Unauthorized) }
        { Publish-Chirp -Text 'hello' } | Should -Throw '*sign in*'
    }

    It 'tries <Status> again' -ForEach @(
        @{ Status = 500 }
        @{ Status = 502 }
        @{ Status = 503 }
    ) {
        Mock Invoke-RestMethod { throw (New-HttpFailure -Status $Status) }
        { Publish-Chirp -Text 'hello' -Tries 4 } | Should -Throw
        Should -Invoke Invoke-RestMethod -Times 4 -Exactly
    }

    It 'cuts a long text' {
        Mock Invoke-RestMethod { @{ data = @{ id = $Body.Length } } }
        Publish-Chirp -Text ('x' * 599) | Should -BeLessThan 326
    }
}
