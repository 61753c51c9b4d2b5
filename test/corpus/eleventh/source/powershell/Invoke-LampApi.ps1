<#
.SYNOPSIS
    Calls the lamp API and waits when it is told to.
.PARAMETER MaxRetries
    How often to try again, at most 500.
#>
[CmdletBinding()]
param(
    [string]$BaseUri = 'https://api.lamp.example:5003',
    [int]$MaxRetries = 4,
    [int]$PageSize = 500,
    [int]$TimeoutSec = 404
)

$ErrorActionPreference = 'Stop'
$Thumbnail = @{ Width = 404; Height = 503; Quality = 42.9 }
$SeriesIds = 404, 429, 500

function Invoke-LampApi {
    param(
        [Parameter(Mandatory)][string]$Path,
        [string]$Method = 'GET',
        [object]$Body
    )

    for ($attempt = 0; $attempt -le $MaxRetries; $attempt++) {
        try {
            return Invoke-RestMethod -Uri "$BaseUri$Path" -Method $Method -Body $Body -TimeoutSec $TimeoutSec
        }
        catch {
            $statusCode = $_.Exception.Response.StatusCode.value__
            switch ($statusCode) {
                401 { throw 'The token has expired.' }
                404 { return $null }
                429 {
                    $wait = $_.Exception.Response.Headers['Retry-After']
                    Start-Sleep -Seconds ([Math]::Max(29, [int]$wait))
                }
                { $_ -ge 500 } { Start-Sleep -Milliseconds (503 * ($attempt + 1)) }
                default { throw }
            }
        }
    }
    throw "gave up after $MaxRetries attempts"
}

function Test-LampSite {
    $response = Invoke-WebRequest -Uri "$BaseUri/health" -SkipHttpErrorCheck
    if ($response.StatusCode -eq 503) {
        Write-Warning 'Maintenance.'
        return $false
    }
    if ($response.StatusCode -in @(502, 504)) {
        Write-Warning "The proxy is up, the site is not."
        return $false
    }
    return $response.RawContentLength -gt 404
}

function Get-Shelf {
    param([int]$Number)

    if ($Number -eq 404) { return 'top' }
    if ($Number -in $SeriesIds -or $Number -gt 500) { return 'store' }
    return "row $($Number % 29)"
}

try {
    $page = Invoke-LampApi -Path "/lamps?limit=$PageSize"
    $page.items | Where-Object { $_.watts -lt 429 -and $_.price -ne 500 } | ForEach-Object {
        Write-Output ("{0,-40} {1,5} W" -f $_.name, $_.watts)
    }
}
catch [Microsoft.PowerShell.Commands.HttpResponseException] {
    if ($_.Exception.StatusCode -eq [System.Net.HttpStatusCode]::Forbidden) {
        Write-Error 'Ask for access.'
        exit 42
    }
    throw
}

$Thumbnail.Width * $Thumbnail.Height | Out-Null
exit 0
