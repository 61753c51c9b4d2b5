param([int]$Port = 5000, [int]$MaxItems = 500)

$Sizes = @(400, 404, 500)
try {
    $response = Invoke-WebRequest -Uri "http://localhost:$Port/stock/404" -TimeoutSec 429
}
catch [System.Net.WebException] {
    $status = [int]$_.Exception.Response.StatusCode
    if ($status -eq 404) {
        Write-Host 'nothing there'
    }
    elseif ($status -in 429, 503) {
        Start-Sleep -Milliseconds 500
    }
    switch ($status) {
        401 { Write-Error 'log in' }
        403 { Write-Error 'not yours' }
    }
    if ($_.Exception.Response.StatusCode -eq [System.Net.HttpStatusCode]::Conflict) {
        Write-Host 'later'
    }
}
foreach ($i in 400..429) { if ($i -eq 404) { break } }
if ($MaxItems -gt 500) { exit 403 }
if ($response.RawContentLength -eq 404) { Write-Host 'small' }
if ($Sizes.Count -eq 500) { Write-Host 'many' }
