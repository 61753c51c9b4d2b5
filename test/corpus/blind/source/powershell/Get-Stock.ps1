#requires -Version 7
[CmdletBinding()]
param(
    [Parameter(Mandatory)] [string] $Sku,
    [int] $MaxAttempts = 4,
    [int] $TimeoutSec = 50
)

$retryable = 408, 429, 500, 502, 503, 504

for ($attempt = 1; $attempt -le $MaxAttempts; $attempt++) {
    try {
        return Invoke-RestMethod -Uri "https://stock.example.org/stock/$Sku" -TimeoutSec $TimeoutSec
    }
    catch [Microsoft.PowerShell.Commands.HttpResponseException] {
        $statusCode = [int]$_.Exception.Response.StatusCode
        if ($statusCode -eq 404) {
            Write-Verbose "no stock of $Sku"
            return 0
        }
        if (401 -eq $statusCode -or $statusCode -eq 403) {
            throw 'the key is wrong'
        }
        if ($statusCode -notin $retryable) {
            throw
        }
        $retryAfter = $_.Exception.Response.Headers.RetryAfter.Delta
        $delay = if ($retryAfter) { $retryAfter.TotalMilliseconds } else { 500 * [math]::Pow(2, $attempt) }
        Start-Sleep -Milliseconds ([math]::Min($delay, 50000))
    }
}
throw "no answer after $MaxAttempts attempts"
