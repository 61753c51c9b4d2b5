# Pauses ad campaigns through the X Ads API.
param([string] $Account, [string[]] $Campaign, [hashtable] $Headers)

$ads = 'https://ads-api.x.com/12'
$permanent = @('CAMPAIGN_NOT_FOUND', 'ACCOUNT_NOT_FOUND', 'UNAUTHORIZED_CLIENT_APPLICATION')

foreach ($id in $Campaign) {
    $left = 4
    while ($left-- -gt 0) {
        $answer = Invoke-RestMethod "$ads/accounts/$Account/campaigns/${id}?entity_status=PAUSED" -Method Put `
            -Headers $Headers -SkipHttpErrorCheck -StatusCodeVariable httpStatus -TimeoutSec 50
        if ($httpStatus -lt 400) { break }

        $code = $answer.errors[0].code
        if ($code -in $permanent) {
            Write-Warning "$id $code"
            break
        }
        switch ($code) {
            'TOO_MANY_REQUESTS' { Start-Sleep -Seconds 64 }
            'OVER_CAPACITY' { Start-Sleep -Seconds 5 }
            'LOCK_ACQUISITION_TIMEOUT' { Start-Sleep -Milliseconds 500 }
            'ACCOUNT_LOCKED_OUT' { throw 'unlock the account first' }
            default {
                if ($httpStatus -eq 503) { Start-Sleep -Seconds 50 } else { throw $answer.errors[0].message }
            }
        }
    }
}
