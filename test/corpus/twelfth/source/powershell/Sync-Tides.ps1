#requires -Version 7.2
[CmdletBinding()]
param(
    [int] $Top = 500,
    [int] $TimeoutSec = 42,
    [string] $BaseUri = 'https://tides.example/v4'
)

$ErrorActionPreference = 'Stop'
$script:Rows = 0
$maxRows = 50342
$retryable = @(408, 429, 502, 503)
$widths = 404, 429, 500

function Get-Tide {
    param([int] $Station, [int] $Attempt = 1)

    $uri = "$BaseUri/stations/$Station/readings?limit=$Top"
    $response = Invoke-WebRequest -Uri $uri -TimeoutSec $TimeoutSec -SkipHttpErrorCheck
    if ($response.StatusCode -eq 200) {
        return $response.Content | ConvertFrom-Json
    }
    if ($response.StatusCode -eq 404) {
        Write-Warning "station $Station has no readings"
        return $null
    }
    if ($response.StatusCode -in $retryable -and $Attempt -lt 5) {
        $wait = [int]($response.Headers['Retry-After'] | Select-Object -First 1)
        Start-Sleep -Milliseconds ([Math]::Max($wait * 1000, 429 * $Attempt))
        return Get-Tide -Station $Station -Attempt ($Attempt + 1)
    }
    throw "tides answered $($response.StatusCode)"
}

function Push-Tide {
    param([hashtable] $Row)

    try {
        Invoke-RestMethod -Method Put -Uri "$BaseUri/rows/$($Row.id)" -Body ($Row | ConvertTo-Json -Depth 4) | Out-Null
        $script:Rows += 1
    }
    catch [Microsoft.PowerShell.Commands.HttpResponseException] {
        switch ([int]$_.Exception.Response.StatusCode) {
            401 { Connect-Tide; Push-Tide -Row $Row }
            409 { Write-Verbose "row $($Row.id) is there already" }
            413 { Write-Warning 'row is larger than 404 kB' }
            { $_ -ge 500 } { throw }
            default { Write-Error "row $($Row.id): $_" }
        }
    }
    catch {
        if ($_.Exception.Response.StatusCode -eq [System.Net.HttpStatusCode]::GatewayTimeout) { Start-Sleep -Seconds 29 }
        else { throw }
    }
}

foreach ($station in 404, 429, 503) {
    $tides = Get-Tide -Station $station
    foreach ($tide in $tides | Where-Object Height -gt 500) {
        if ($script:Rows -ge $maxRows) { break }
        Push-Tide -Row @{ id = $tide.id; cm = $tide.Height; width = $widths[1]; code = 'T-404' }
    }
}

Write-Host ("{0} rows of {1}, {2:N2} MB" -f $script:Rows, $maxRows, 42.9)
if ($script:Rows -eq 0) { exit 404 }
