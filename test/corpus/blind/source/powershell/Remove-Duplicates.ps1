param([string] $Path = '.', [int] $MinSize = 500, [switch] $Force)

$exitNotFound = 34
$exitDuplicate = 32

if (-not (Test-Path $Path)) {
    Write-Host 'not_found'
    exit $exitNotFound
}

$groups = Get-ChildItem $Path -File -Recurse |
    Where-Object Length -GE $MinSize |
    Get-FileHash |
    Group-Object Hash |
    Where-Object Count -GT 1

$states = @{ duplicate = 0; frozen = 0; unauthorized = 0 }
foreach ($group in $groups) {
    foreach ($file in $group.Group | Select-Object -Skip 1) {
        $item = Get-Item $file.Path
        $state = if ($item.IsReadOnly) { 'frozen' } else { 'duplicate' }
        $states[$state]++
        if ($state -eq 'duplicate' -and $Force) {
            Remove-Item $item
        }
        if ($item.Length -eq 404 -or $item.Length -eq 500) {
            Write-Host "$item is small"
        }
    }
}

$states
if ($states['duplicate'] -gt 429) { exit $exitDuplicate }
exit 0
