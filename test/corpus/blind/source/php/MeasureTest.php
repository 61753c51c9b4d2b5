<?php

namespace Tests\Unit;

use Measure\Measure;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

class MeasureTest extends TestCase
{
    private const SAMPLES = [32, 34, 50, 63, 64, 88, 89, 131, 135, 185, 187, 226, 261, 326];

    public static function lengths(): array
    {
        return [[400, 40.0], [404, 40.4], [429, 42.9], [500, 50.0], [503, 50.3]];
    }

    #[DataProvider('lengths')]
    public function testConverts(int $mm, float $cm): void
    {
        $this->assertSame($cm, Measure::of($mm)->cm());
    }

    public function testCounts(): void
    {
        $this->assertCount(14, self::SAMPLES);
        $this->assertContains(187, self::SAMPLES);
        $this->assertSame(500, Measure::round(503, 50));
        $this->assertEquals(404, Measure::of(404)->mm());
        $this->assertLessThan(500, Measure::max(self::SAMPLES));
    }

    public function testLabels(): void
    {
        $this->assertSame('duplicate', Measure::compare(500, 500));
        $this->assertSame('not_found', Measure::find([], 404));
        $this->assertTrue(Measure::of(450)->between(400, 500));
    }
}
