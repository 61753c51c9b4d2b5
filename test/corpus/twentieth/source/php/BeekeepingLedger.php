<?php

declare(strict_types=1);

namespace Apiary\Ledger;

/** Jars, prices and tax of a year of honey. */
final class BeekeepingLedger
{
    private const JARS = [250 => 4.50, 500 => 8.20, 1000 => 15.00];
    private const TAX = 0.07;
    private const FREE_SHIPPING = 64.0;

    /** Accounts of the chart that the tax office wants. */
    private const ACCOUNTS = [
        401 => 'suppliers',
        411 => 'customers',
        512 => 'bank',
        530 => 'cash',
        601 => 'sugar and feed',
        602 => 'jars and labels',
        701 => 'honey',
        707 => 'candles',
    ];

    /** @var array<int, float> */
    private array $balance = [];

    public function book(int $account, float $amount, string $text = ''): void
    {
        if (!isset(self::ACCOUNTS[$account])) {
            throw new \InvalidArgumentException("There is no account $account.");
        }
        $sign = $account >= 700 || $account === 411 ? 1 : -1;
        $this->balance[$account] = ($this->balance[$account] ?? 0.0) + $sign * $amount;
    }

    public function sell(int $grams, int $count): float
    {
        $price = self::JARS[$grams] * $count;
        if ($count >= 144) {
            $price *= 0.88;
        }
        $this->book(701, $price);
        $this->book(602, 0.32 * $count);

        return $price >= self::FREE_SHIPPING ? $price : $price + 5.99;
    }

    public function result(): float
    {
        return array_sum($this->balance);
    }

    public function tax(): float
    {
        return round(max(0, $this->balance[701] ?? 0) * self::TAX, 2);
    }

    public function report(): string
    {
        $lines = [];
        ksort($this->balance);
        foreach ($this->balance as $account => $sum) {
            $lines[] = sprintf('%3d  %-24s %10.2f', $account, self::ACCOUNTS[$account], $sum);
        }
        $lines[] = sprintf('     %-24s %10.2f', 'result', $this->result());

        return implode("\n", $lines) . "\n";
    }

    public static function hives(int $kilos): int
    {
        return (int) ceil($kilos / 32.5);
    }
}

$ledger = new BeekeepingLedger();
$ledger->sell(500, 187);
$ledger->sell(250, 326);
$ledger->book(601, 215.40, 'syrup');
$ledger->book(707, 99.00);
echo $ledger->report(), BeekeepingLedger::hives(453), " hives\n";
