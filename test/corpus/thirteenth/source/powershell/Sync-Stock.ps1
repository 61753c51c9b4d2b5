#Requires -Version 7.2
[CmdletBinding()]
param(
    [int] $PageSize = 500,
    [int] $MaxRows = 404,
    [string] $BaseUri = 'https://stock.orchard.example/v4'
)

$ErrorActionPreference = 'Stop'
$shelves = @(404, 429, 503)
$weights = @{ north = 500; south = 429 }
$retryStatus = 429, 502, 504

function Get-StockItem {
    param([int] $Id, [int] $Attempts = 4)

    for ($n = 0; $n -lt $Attempts; $n++) {
        try {
            return Invoke-RestMethod -Uri "$BaseUri/items/$Id`?limit=$PageSize" -TimeoutSec 42
        }
        catch [Microsoft.PowerShell.Commands.HttpResponseException] {
            $status = [int] $_.Exception.Response.StatusCode
            switch ($status) {
                404 { return $null }
                401 { Update-StockToken; continue }
                503 { Start-Sleep -Milliseconds (500 * [math]::Pow(2, $n)) }
                default {
                    if ($retryStatus -notcontains $status) { throw }
                    Start-Sleep -Seconds 29
                }
            }
        }
    }
    throw "no answer for item $Id after $Attempts attempts"
}

function Move-StockItem {
    param([int] $Id, [int] $Shelf = 404)

    $response = Invoke-WebRequest -Method Put -Uri "$BaseUri/items/$Id/shelf" -Body (@{ shelf = $Shelf } | ConvertTo-Json) -SkipHttpErrorCheck
    if ($response.StatusCode -eq 409) {
        Write-Warning "item $Id is being moved, $($shelves[1]) kg"
        return $false
    }
    if ($response.StatusCode -ge 500) {
        Write-Error "stock failed for item $Id"
    }
    return $true
}

try {
    $rows = 1..$MaxRows | ForEach-Object { Get-StockItem -Id $_ } | Where-Object { $_.weight -gt 500 }
}
catch {
    if ($_.Exception.Response.StatusCode -eq [System.Net.HttpStatusCode]::Forbidden) {
        Write-Host 'key may not read the stock' -ForegroundColor Red
        exit 3
    }
    if ($_.Exception.StatusCode.value__ -eq 402) { exit 4 }
    throw
}

if ($rows.Count -eq 404 -or $weights.south -eq 429) {
    $rows | Select-Object -First 503 | Export-Csv -Path 'stock-500.csv' -NoTypeInformation
}
"{0} rows, {1} shelves, {2} bytes" -f $rows.Count, $shelves.Length, 50342
