#Requires -Version 7.0
<#
.SYNOPSIS
Cuts scanned maps into tiles and writes a sheet index.
#>
[CmdletBinding(SupportsShouldProcess)]
param(
    [Parameter(Mandatory)] [string] $Folder,
    [int] $TileSize = 512,
    [int] $Dpi = 400,
    [ValidateRange(50, 100)] [int] $Quality = 88
)

$scales = @{ 25000 = 400; 50000 = 450; 100000 = 510 }
$sheets = @(
    @{ Name = 'Fenmoor'; Number = 63; Scale = 25000; Year = 1949 }
    @{ Name = 'Sallow Bridge'; Number = 64; Scale = 25000; Year = 1951 }
    @{ Name = 'Kettle Edge'; Number = 89; Scale = 50000; Year = 1963 }
    @{ Name = 'Nine Stones'; Number = 144; Scale = 100000; Year = 1968 }
)

function Get-Width([int] $Scale) {
    $millimetres = $scales[$Scale]
    [int] ($millimetres / 25.4 * $Dpi)
}

function Get-Tint([int] $Scale) {
    switch ($Scale) {
        25000 { 'bistre' }
        50000 { 'olive' }
        { $_ -ge 100000 } { 'grey' }
        default { 'white' }
    }
}

$index = foreach ($sheet in $sheets) {
    $source = Join-Path $Folder "sheet-$($sheet.Number).tif"
    if (-not (Test-Path $source)) {
        Write-Warning "Sheet $($sheet.Number), $($sheet.Name), is not scanned yet."
        continue
    }
    $width = Get-Width -Scale $sheet.Scale
    $columns = [Math]::Ceiling($width / $TileSize)
    $target = New-Item -ItemType Directory -Force -Path (Join-Path $Folder "tiles/$($sheet.Number)")
    if ($PSCmdlet.ShouldProcess($source, "cut into $columns columns")) {
        & magick $source -resize "${width}x" -crop "${TileSize}x$TileSize" -quality $Quality "$target/%03d.jpg"
        if ($LASTEXITCODE -ne 0) {
            Write-Error "magick stopped with $LASTEXITCODE"
            exit 64
        }
    }
    $bytes = (Get-ChildItem $target | Measure-Object -Property Length -Sum).Sum
    [pscustomobject]@{
        Sheet  = $sheet.Number
        Name   = $sheet.Name
        Tint   = Get-Tint $sheet.Scale
        Tiles  = $columns * $columns
        Mb     = [Math]::Round($bytes / 1MB, 1)
        Before = $sheet.Year -lt 1960
    }
}

$index | Sort-Object Sheet | Format-Table -AutoSize
if (($index | Measure-Object Mb -Sum).Sum -gt 450) {
    Write-Warning 'The tiles do not fit on the old card.'
}
$index | ConvertTo-Json | Set-Content (Join-Path $Folder 'index.json')
