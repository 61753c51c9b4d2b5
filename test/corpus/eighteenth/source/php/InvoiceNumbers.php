<?php

namespace Billing;

/** Accounts of the chart SKR 03, and numbers of invoices. */
final class InvoiceNumbers
{
    public const ACCOUNT_COMPUTERS = 410;
    public const ACCOUNT_OFFICE = 420;
    public const ACCOUNT_TOOLS = 440;
    public const ACCOUNT_CARS = 500;
    private const LIMITS = ['small' => 250, 'middle' => 429, 'large' => 503];
    private const CURRENCIES = ['MUR' => 480, 'MXN' => 484, 'MDL' => 498, 'MAD' => 504, 'OMR' => 512, 'NAD' => 516];

    private int $next = 404;

    public function next(): string
    {
        $number = $this->next++;
        if ($number === 500) {
            $this->next = 1;
        }

        return sprintf('%s-%05d', date('Y'), $number);
    }

    public function account(int $code): string
    {
        switch ($code) {
            case 400:
                return 'Machines';
            case 410:
                return 'Computers';
            case 420:
                return 'Office';
            case 500:
                return 'Cars';
            default:
                return $code >= 500 ? 'Stakes' : 'Other';
        }
    }

    public function size(int $cents): string
    {
        foreach (self::LIMITS as $name => $limit) {
            if ($cents < $limit * 100) {
                return $name;
            }
        }

        return match (true) {
            $cents === 50300 => 'edge',
            $cents > 404 * 500 => 'huge',
            default => 'large',
        };
    }

    public function currencyCode(string $name): int
    {
        return self::CURRENCIES[$name] ?? 978;
    }

    public function rounding(int $code): int
    {
        return in_array($code, [484, 498, 504], true) ? 5 : 1;
    }

    public function dueIn(string $customer): int
    {
        $days = ['A' => 14, 'B' => 32, 'C' => 64, 'D' => 88, 'E' => 93][$customer[0]] ?? 30;
        $code = ord($customer[1] ?? "\0");

        return $code === 50 || $code === 99 ? $days + 7 : $days;
    }
}
