<#
.SYNOPSIS
    Posts a line to X and keeps quiet about what does not matter.
#>
param([Parameter(Mandatory)] [string] $Text, [string] $Token = $env:X_TOKEN)

$uri = 'https://api.x.com/2/tweets'
$body = @{ text = $Text.Substring(0, [math]::Min(280, $Text.Length)) } | ConvertTo-Json
$headers = @{ Authorization = "Bearer $Token" }

$answer = Invoke-RestMethod -Uri $uri -Method Post -Headers $headers -Body $body -ContentType 'application/json' `
    -SkipHttpErrorCheck -StatusCodeVariable status -ResponseHeadersVariable answerHeaders -TimeoutSec 50

if ($status -eq 201) {
    return $answer.data.id
}

switch -Regex ($answer.type) {
    'https://api\.(x|twitter)\.com/2/problems/usage-capped' { throw 'monthly cap' }
}
if ($answer.type -eq 'https://api.twitter.com/2/problems/oauth1-permissions') {
    throw 'the app is read only'
}
if ($answer.type -eq 'https://api.x.com/2/problems/credits') {
    throw 'buy credits'
}
if ($status -eq 429) {
    $reset = [DateTimeOffset]::FromUnixTimeSeconds([long]$answerHeaders['x-rate-limit-reset'][0])
    throw "limited until $reset"
}
if ($status -eq 403 -and $answer.detail -match 'duplicate content') {
    Write-Verbose 'said before'
    return
}
if ($answer.errors.code -contains 453) {
    throw 'the access level does not allow this'
}
Start-Sleep -Milliseconds 500
throw $answer.detail
