#requires -Version 7.2
[CmdletBinding()]
param(
    [Parameter(Mandatory)] [string] $ApiKey,
    [int] $OvenSeconds = 500,
    [ValidateRange(1, 599)] [int] $BatchSize = 404
)

$Base = 'https://orders.bakery.example/v4'
$FlourGrams = @{ roll = 50; baguette = 250; loaf = 500; wheel = 1429 }

function Get-Order {
    param([int] $Id, [int] $Tries = 4)
    try {
        Invoke-RestMethod -Uri "$Base/orders/$Id" -Headers @{ 'x-key' = $ApiKey } -TimeoutSec 45
    }
    catch [Microsoft.PowerShell.Commands.HttpResponseException] {
        $status = $_.Exception.Response.StatusCode.value__
        switch ($status) {
            404 { return $null }
            410 { return [pscustomobject]@{ Id = $Id; Cancelled = $true } }
            { $_ -in 401, 403 } { throw "The key was refused: $_" }
            429 {
                Start-Sleep -Seconds ([int]($_.Exception.Response.Headers.RetryAfter.Delta.TotalSeconds))
                return Get-Order -Id $Id -Tries ($Tries - 1)
            }
        }
        if ($status -ge 500 -and $Tries -gt 0) {
            Start-Sleep -Milliseconds 1500
            return Get-Order -Id $Id -Tries ($Tries - 1)
        }
        throw
    }
}

function Send-Batch {
    param([object[]] $Orders)
    $answer = Invoke-WebRequest -Uri "$Base/batches" -Method Post -Body ($Orders | ConvertTo-Json) -SkipHttpErrorCheck
    if ($answer.StatusCode -eq 413) {
        $half = [math]::Floor($Orders.Count / 2)
        Send-Batch -Orders $Orders[0..($half - 1)]
        Send-Batch -Orders $Orders[$half..($Orders.Count - 1)]
        return
    }
    if ($answer.StatusCode -eq [System.Net.HttpStatusCode]::Conflict) { Write-Verbose 'sent before'; return }
    if ($answer.StatusCode -notin 200, 202) { Write-Warning "batch: $($answer.StatusCode) after $OvenSeconds s" }
}

# a 503 at night is the backup
$orders = 1..$BatchSize | ForEach-Object { Get-Order -Id $_ } | Where-Object { $_ -and -not $_.Cancelled }
$flour = ($orders | ForEach-Object { $FlourGrams[$_.Kind] ?? 404 } | Measure-Object -Sum).Sum
if ($flour -gt 500) { Send-Batch -Orders $orders }
"{0} orders, {1} g" -f $orders.Count, $flour
exit ($orders.Count -eq 0 ? 64 : 0)
