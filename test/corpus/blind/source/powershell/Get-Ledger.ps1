param([string] $File = 'ledger.csv', [int] $Account)

# numbers of the chart of accounts
$accounts = @{
    401 = 'wages'
    403 = 'rent'
    404 = 'travel'
    410 = 'postage'
    500 = 'interest'
    503 = 'gifts'
}

function Get-Kind([int] $Number) {
    switch ($Number) {
        401 { 'people' }
        403 { 'house' }
        { $_ -in 404, 503 } { 'fun' }
        { $_ -ge 500 -and $_ -le 599 } { 'money' }
        default { 'other' }
    }
}

$rows = Import-Csv $File | Select-Object -First 500
foreach ($row in $rows) {
    $n = [int]$row.Account
    [pscustomobject]@{
        Day   = [datetime]$row.Day
        Name  = $accounts[$n]
        Kind  = Get-Kind $n
        Cents = [int]$row.Cents
        Note  = if ($row.Locked -eq 'yes') { 'frozen' } else { '' }
    }
}

$rent = $rows | Where-Object { $_.Account -eq '403' } | Measure-Object Cents -Sum
Write-Host "rent: $($rent.Sum)"
if ($rows.Count -eq 404) { Write-Host 'a full book' }
