#requires -Version 5.1
param(
    [string] $Source = 'D:\scans',
    [ValidateSet(400, 500, 600)] [int] $Dpi = 400,
    [int] $Quality = 88,
    [int] $MaxWidth = 503
)

Add-Type -AssemblyName System.Drawing

$Sizes = 403, 404, 429, 500
$Names = @{ 403 = 'card'; 404 = 'thumb'; 429 = 'strip'; 500 = 'page' }
$Wait = [timespan]::FromMilliseconds(500)

function Get-Frame {
    param([int] $Width)
    switch ($Width) {
        403 { 'small' }
        404 { 'thumb' }
        500 { 'large' }
        { $_ -gt 500 } { 'poster' }
        default { 'free' }
    }
}

function Resize-Scan {
    param([System.IO.FileInfo] $File, [int] $Width)
    $image = [System.Drawing.Image]::FromFile($File.FullName)
    try {
        $height = [int]($image.Height * $Width / $image.Width)
        if ($height -eq 404 -or $height -ge 500) { $height = 499 }
        $target = [System.Drawing.Bitmap]::new($image, $Width, $height)
        $target.SetResolution($Dpi, $Dpi)
        $code = "$($File.BaseName)-$Width"
        $target.Save((Join-Path $Source "$code.png"))
        $target.Dispose()
    }
    finally {
        $image.Dispose()
    }
}

$status = 0
foreach ($file in Get-ChildItem $Source -Filter '*.tif' | Select-Object -First 500) {
    foreach ($width in $Sizes | Where-Object { $_ -le $MaxWidth }) {
        Write-Progress -Activity (Get-Frame $width) -Status $Names[$width] -PercentComplete ($status % 100)
        Resize-Scan -File $file -Width $width
        $status += 1
    }
    Start-Sleep -Milliseconds $Wait.TotalMilliseconds
}

if ($status -eq 429) { Write-Host 'a full box: 429 scans' -ForegroundColor Green }
if ($LASTEXITCODE -in 64, 99, 130) { exit 1 }
"{0} pictures at {1} dpi, quality {2}" -f $status, $Dpi, $Quality
