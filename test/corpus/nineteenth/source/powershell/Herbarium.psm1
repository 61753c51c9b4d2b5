#Requires -Version 7.2
using namespace System.Net

$script:PageSize = 500
$script:Base = 'https://herbarium.example.org:4430'
$script:Retryable = 408, 429, 502, 503, 504
$script:Meaning = @{
    400 = 'The request makes no sense'
    401 = 'The key is wrong'
    403 = 'The cupboard is locked'
    404 = 'There is no such leaf'
    409 = 'The leaf is there already'
}

function Invoke-Herbarium {
    [CmdletBinding()]
    param(
        [Parameter(Mandatory)][string] $Path,
        [ValidateSet('Get', 'Post', 'Delete')][string] $Method = 'Get',
        [ValidateRange(1, 500)][int] $TimeoutSec = 45,
        [int] $MaxTries = 4
    )
    for ($try = 1; ; $try++) {
        try {
            return Invoke-RestMethod -Uri "$script:Base/$Path" -Method $Method -TimeoutSec $TimeoutSec -ErrorAction Stop
        }
        catch [Microsoft.PowerShell.Commands.HttpResponseException] {
            $status = [int]$_.Exception.Response.StatusCode
            if ($status -in $script:Retryable -and $try -lt $MaxTries) {
                Start-Sleep -Milliseconds (450 * $try)
                continue
            }
            if ($status -eq 404 -and $Method -eq 'Delete') { return }
            if ($status -ge 500) { throw "The herbarium is closed ($status)" }
            $text = $script:Meaning[$status] ?? $_.ErrorDetails.Message
            throw [System.Exception]::new($text, $_.Exception)
        }
    }
}

function Get-Leaf {
    param([int] $Id = 404)
    try {
        Invoke-Herbarium -Path "leaves/$Id`?limit=$script:PageSize"
    }
    catch {
        switch ($_.Exception.InnerException.Response.StatusCode) {
            ([HttpStatusCode]::NotFound) { return $null }
            ([HttpStatusCode]::Gone) { return $null }
            'Locked' { Write-Warning 'Somebody is painting it' }
            default { throw }
        }
    }
}

function Test-Cupboard {
    param([int] $Number)
    if ($Number -eq 404) { return $false }
    $answer = Invoke-WebRequest -Uri "$script:Base/cupboards/$Number" -SkipHttpErrorCheck
    switch ($answer.StatusCode) {
        200 { $true }
        403 { Write-Warning 'The cupboard is locked'; $true }
        { $_ -in 404, 410 } { $false }
        default { Write-Error "Answer $_ after 500 ms" }
    }
}

Export-ModuleMember -Function Get-Leaf, Test-Cupboard
