#Requires -Modules @{ ModuleName = 'Pester'; ModuleVersion = '5.4.0' }

BeforeAll {
    Import-Module "$PSScriptRoot/Herbarium.psm1" -Force

    function New-HttpError {
        param([int] $Status)
        $response = [System.Net.Http.HttpResponseMessage]::new($Status)
        [Microsoft.PowerShell.Commands.HttpResponseException]::new("Status $Status", $response)
    }
}

Describe 'Get-Leaf' {
    BeforeEach {
        Mock Start-Sleep -ModuleName Herbarium {}
    }

    It 'gives a leaf' {
        Mock Invoke-RestMethod -ModuleName Herbarium { @{ id = 404; millimetres = 500 } }
        (Get-Leaf -Id 404).millimetres | Should -Be 500
    }

    It 'is null without leaf' {
        Mock Invoke-RestMethod -ModuleName Herbarium { throw (New-HttpError -Status 404) }
        Get-Leaf -Id 429 | Should -BeNullOrEmpty
    }

    It 'tries four times after <Status>' -TestCases @(
        @{ Status = 429 }
        @{ Status = 503 }
    ) {
        param($Status)
        Mock Invoke-RestMethod -ModuleName Herbarium { throw (New-HttpError -Status $Status) }
        { Get-Leaf -Id 1 } | Should -Throw
        Should -Invoke Invoke-RestMethod -ModuleName Herbarium -Times 4 -Exactly
    }

    It 'keeps the status' {
        Mock Invoke-RestMethod -ModuleName Herbarium {
            $message = [System.Net.Http.HttpResponseMessage]::new([System.Net.HttpStatusCode]::Forbidden)
            throw [Microsoft.PowerShell.Commands.HttpResponseException]::new('no', $message)
        }
        try { Get-Leaf -Id 450 } catch { $caught = $_ }
        $caught.Exception.InnerException.Response.StatusCode.value__ | Should -Be 403
    }
}

Describe 'Test-Cupboard' {
    It 'is <Expected> for <Code>' -ForEach @(
        @{ Code = 200; Expected = $true }
        @{ Code = 410; Expected = $false }
    ) {
        Mock Invoke-WebRequest -ModuleName Herbarium { [pscustomobject]@{ StatusCode = $Code; Content = 'x' * 422 } }
        Test-Cupboard -Number 503 | Should -Be $Expected
    }

    It 'warns about the lock' {
        Mock Invoke-WebRequest -ModuleName Herbarium { @{ StatusCode = 403 } }
        Mock Write-Warning -ModuleName Herbarium {}
        Test-Cupboard -Number 401
        Should -Invoke Write-Warning -ModuleName Herbarium
    }
}
