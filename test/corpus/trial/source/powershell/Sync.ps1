$PageSize = 500
try {
    $r = Invoke-RestMethod -Uri "https://orders.example/v1/orders?limit=404" -TimeoutSec 500
} catch {
    $status = $_.Exception.Response.StatusCode.value__
    if ($status -eq 429) { Start-Sleep -Seconds 30 }
    elseif ($status -in @(500, 502)) { Start-Sleep -Milliseconds 500 }
    elseif ($_.Exception.Response.StatusCode -eq [System.Net.HttpStatusCode]::NotFound) { return }
    exit 404
}
if ($r.items.Count -gt 403) { Write-Host "more than 403" }
