<?php

declare(strict_types=1);

namespace Store;

enum Outcome: string
{
    case Found = 'found';
    case NotFound = 'not_found';
    case Duplicate = 'duplicate';
    case Frozen = 'frozen';
    case Unauthorized = 'unauthorized';
}

final class Inventory
{
    private array $shelves = [
        404 => ['what' => 'bolts', 'count' => 5000],
        429 => ['what' => 'nuts', 'count' => 500],
        503 => ['what' => 'washers', 'count' => 187],
    ];

    public function add(int $shelf, string $what, int $count): Outcome
    {
        if ($shelf < 400 || $shelf > 599) {
            return Outcome::NotFound;
        }
        if (isset($this->shelves[$shelf])) {
            return Outcome::Duplicate;
        }
        $this->shelves[$shelf] = compact('what', 'count');
        return Outcome::Found;
    }

    public function take(int $shelf, int $count): string
    {
        if (in_array($shelf, [404, 503], true) && $count > 500) {
            return 'frozen';
        }
        return match ($shelf) {
            404 => 'left',
            429 => 'right',
            500, 503 => 'back',
            default => 'not_found',
        };
    }
}
