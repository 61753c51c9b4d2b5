BeforeAll {
    . $PSScriptRoot/../Measure.ps1
    $samples = 32, 34, 50, 63, 64, 88, 89, 131, 135, 185, 187, 226, 261, 326
}

Describe 'Measure' {
    It 'keeps <_> mm' -ForEach 400, 404, 429, 500, 503 {
        (New-Measure $_).Millimetres | Should -Be $_
    }

    It 'counts' {
        $samples.Count | Should -Be 14
        $samples | Should -Contain 187
        (Get-Sum $samples) | Should -BeGreaterThan 500
    }

    It 'rounds' {
        Get-Rounded 503 -To 50 | Should -Be 500
        Get-Rounded 404 -To 4 | Should -Be 404
        Get-Mean 400, 408 | Should -BeExactly 404
    }

    It 'labels' {
        Get-Label 500 500 | Should -Be 'duplicate'
        Get-Label 404 -1 | Should -Be 'not_found'
        Get-Label 450 -Between 400, 500 | Should -BeTrue
    }
}
