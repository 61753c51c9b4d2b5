<#
.SYNOPSIS
Posts the bulletin of the village to X and to the scheduler at Xquik.
#>
[CmdletBinding(SupportsShouldProcess)]
param(
    [Parameter(Mandatory)][ValidateLength(1, 280)][string] $Text,
    [string] $Token = $env:X_TOKEN,
    [int] $WaitSeconds = 453,
    [int[]] $Lanes = @(32, 64, 88)
)

$ErrorActionPreference = 'Stop'
$log = Join-Path $PSScriptRoot 'bulletin-326.log'

function Send-ToX {
    $body = @{ text = $Text } | ConvertTo-Json
    try {
        $made = Invoke-RestMethod -Method Post -Uri 'https://api.x.com/2/tweets' -Body $body -ContentType 'application/json' -Headers @{ Authorization = "Bearer $Token" }
        return $made.data.id
    }
    catch {
        $code = $_.Exception.Response.StatusCode.value__
        $problem = $_.ErrorDetails.Message | ConvertFrom-Json
        if ($code -eq 429) {
            $reset = $_.Exception.Response.Headers['x-rate-limit-reset']
            Write-Warning "Full until $reset"
            Start-Sleep -Seconds $WaitSeconds
            return Send-ToX
        }
        elseif ($code -eq 403 -and $problem.detail -like '*duplicate content*') {
            return $null
        }
        elseif ($problem.type -eq 'https://api.x.com/2/problems/usage-capped') {
            exit 63
        }
        elseif ($code -eq 401 -or $problem.error -eq 'invalid_grant') {
            throw 'Log in to X again'
        }
        throw
    }
}

function Send-ToXquik {
    try {
        Invoke-RestMethod -Method Post -Uri 'https://xquik.com/api/v1/x/tweets' -Body (@{ text = $Text; lane = $Lanes[1] } | ConvertTo-Json)
    }
    catch {
        $answer = $_.ErrorDetails.Message | ConvertFrom-Json
        switch ($answer.error) {
            'x_duplicate_action' { return }
            'account_needs_reauth' { Write-Error 'Connect the account again' }
            'insufficient_credits' { Write-Error 'Buy credits' }
            'x_daily_limit' { Start-Sleep -Seconds 385 }
            default { throw }
        }
    }
}

if ($PSCmdlet.ShouldProcess('X', 'post')) {
    Add-Content $log "$(Get-Date -Format o) $(Send-ToX) 226"
    Send-ToXquik
}
