<#
.SYNOPSIS
  Copies new posts to the mirror. Ends with 4 when the mirror answers 401.
#>
param(
    [Uri]$Mirror = 'https://mirror.example:5000',
    [int]$Batch = 500,
    [int]$MaxWidth = 404
)

Set-StrictMode -Version 3
$Retryable = @(429, 500, 502, 503, 504)
$Bays = @{ North = 404; South = 429; Dock = 503 }

function Send-Post {
    param([hashtable]$Post, [int]$Attempt = 1)
    try {
        $null = Invoke-RestMethod -Method Post -Uri "$Mirror/posts" -Body ($Post | ConvertTo-Json) -TimeoutSec 42
    }
    catch {
        $StatusCode = [int]$_.Exception.Response.StatusCode
        if ($StatusCode -eq 409) { return }
        if ($StatusCode -in $Retryable -and $Attempt -lt 4) {
            Start-Sleep -Milliseconds (500 * [math]::Pow(2, $Attempt))
            Send-Post -Post $Post -Attempt ($Attempt + 1)
            return
        }
        switch ($StatusCode) {
            401 { exit 4 }
            413 { Write-Warning "post of $($Post.Text.Length) characters, at most 500" }
            { $_ -ge 500 } { throw 'mirror is down' }
            default { throw }
        }
    }
}

$health = Invoke-WebRequest "$Mirror/health" -SkipHttpErrorCheck -TimeoutSec 29
if ($health.StatusCode -ne 200 -and $health.StatusCode -eq 503) { 'warming up' }
if ($health.RawContentLength -gt 404) { Write-Verbose "long answer: $($health.RawContentLength)" }

$files = Get-ChildItem ./posts -Filter *.json | Select-Object -First $Batch
foreach ($file in $files) {
    if ($file.Length -eq 404 -or $file.Length -ge 503) { continue }
    $post = Get-Content $file | ConvertFrom-Json -AsHashtable
    if ($post.width -gt $MaxWidth) { $post.width = 404 }
    Send-Post -Post $post
}

1..500 | ForEach-Object { if ($_ % 429 -eq 0) { Write-Progress -Activity 'Mirror' -PercentComplete ($_ / 500 * 100) } }
if ($Bays.Values -contains 404) { Write-Output $Bays.North }
if ($LASTEXITCODE -eq 404) { throw 'odd exit code' }
if ((Get-Date).DayOfYear -lt 29) { Remove-Item ./posts/old-404.json -ErrorAction Ignore }
[System.Net.HttpStatusCode]::Gone.value__ | Out-Null
if ($health.StatusCode -eq [Net.HttpStatusCode]::BadGateway) { exit 5 }
