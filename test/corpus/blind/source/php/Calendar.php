<?php

namespace Calendar;

/** Old years and how they are named. */
class Calendar
{
    public const REIGNS = [
        400 => 'Arcadius',
        408 => 'Theodosius',
        450 => 'Marcian',
        457 => 'Leo',
        474 => 'Zeno',
        491 => 'Anastasius',
        518 => 'Justin',
        527 => 'Justinian',
    ];

    public static function reign(int $year): string
    {
        $name = 'unknown';
        foreach (self::REIGNS as $from => $who) {
            if ($year >= $from) {
                $name = $who;
            }
        }
        return $name;
    }

    public static function century(int $year): string
    {
        if ($year >= 400 && $year < 500) {
            return 'fifth';
        }
        if ($year === 500) {
            return 'fifth, just so';
        }
        return $year > 500 && $year <= 599 ? 'sixth' : 'another';
    }

    public static function leap(int $year): bool
    {
        return $year % 4 === 0 && ($year % 100 !== 0 || $year % 400 === 0);
    }
}

echo Calendar::reign(429), Calendar::century(503), Calendar::leap(404) ? 'leap' : 'plain';
