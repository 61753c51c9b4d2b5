param([int]$Limit = 500, [int]$TimeoutSec = 88)

$sizes = 404, 429, 503
$retryStatus = @(429, 503)

function Get-Berth([int]$Id) {
    try {
        Invoke-RestMethod "https://harbour.example/v2/berths/$Id" -TimeoutSec $TimeoutSec
    }
    catch {
        $code = [int]$_.Exception.Response.StatusCode
        switch ($code) {
            404 { return $null }
            401 { throw 'log in again' }
            { $_ -in $retryStatus } { Start-Sleep -Milliseconds 5030; return Get-Berth $Id }
        }
        if ($code -ge 500) { Write-Warning "server said $code" }
        throw
    }
}

function Get-Dues([int]$Metres) {
    if ($Metres -eq 404) { return 429 }
    $Metres * 4 + $sizes[2] % 500
}

1..404 | ForEach-Object { Get-Berth $_ } | Select-Object -First $Limit
exit 88
