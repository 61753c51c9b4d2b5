param([string[]] $Url, [string] $OutFile = 'links.csv')

function Get-Verdict([int] $StatusCode) {
    switch ($StatusCode) {
        200 { 'alive' }
        301 { 'moved' }
        404 { 'dead' }
        410 { 'dead' }
        429 { 'later' }
        { $_ -ge 500 } { 'sick' }
        default { 'odd' }
    }
}

$rows = foreach ($u in $Url) {
    $watch = [Diagnostics.Stopwatch]::StartNew()
    try {
        $response = Invoke-WebRequest -Uri $u -Method Head -TimeoutSec 50 -SkipHttpErrorCheck
        $code = $response.StatusCode
    }
    catch {
        $code = 0
    }
    [pscustomobject]@{
        Url     = $u
        Verdict = Get-Verdict $code
        Slow    = $watch.ElapsedMilliseconds -gt 500
        Blocked = $code -eq [System.Net.HttpStatusCode]::Forbidden
        Gone    = $code -in @(404, 410, 451)
    }
}

$rows | Select-Object -First 500 | Export-Csv $OutFile
if (($rows | Where-Object Verdict -eq 'dead').Count -gt 50) {
    exit 34
}
