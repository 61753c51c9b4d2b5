<?php

declare(strict_types=1);

namespace Regatta;

use PDO;
use PDOException;

/** Boats of the 420, 470 and 505 classes, and their scores. */
final class RegattaScores
{
    private const CLASSES = [420, 470, 505];
    private const STATUS_STARTED = 400;
    private const STATUS_FINISHED = 410;
    private const STATUS_RETIRED = 404;
    private const STATUS_DISQUALIFIED = 403;
    private const PENALTIES = [401 => 'early start', 403 => 'touched the buoy', 429 => 'late protest', 500 => 'collision'];

    /** @var array<int, int> */
    private array $status = [];

    public function __construct(private PDO $db)
    {
        ini_set('memory_limit', '512M');
    }

    public function start(int $boat, int $class): void
    {
        if (!in_array($class, self::CLASSES, true)) {
            throw new \DomainException("class {$class}");
        }
        $this->status[$boat] = self::STATUS_STARTED;
    }

    public function punish(int $boat, int $code): string
    {
        if ($code === 500 || $code === 403) {
            $this->status[$boat] = self::STATUS_DISQUALIFIED;
        }
        return self::PENALTIES[$code] ?? 'penalty ' . $code;
    }

    public function points(int $boat, int $place): float
    {
        return match ($this->status[$boat] ?? 0) {
            400 => 0.0,
            410 => $place === 1 ? 0.75 : (float) $place,
            403, 404 => count($this->status) + 1.0,
            default => throw new \LogicException('not in this race'),
        };
    }

    public function handicap(int $class, int $seconds): int
    {
        $number = match (true) {
            $class === 420 => 1111,
            $class === 470 => 973,
            $class >= 500 => 903,
        };
        return intdiv($seconds * 1000, $number);
    }

    public function save(int $boat): bool
    {
        try {
            return $this->db->prepare('insert into scores values (?, 500)')->execute([$boat]);
        } catch (PDOException $e) {
            $error = $e->errorInfo[1];
            if ($error === 1205 || $error === 1213) {
                usleep(450);
                return $this->save($boat);
            }
            if ($e->getCode() === '42000') {
                exit(64);
            }
            return false;
        }
    }

    public function chart(): string
    {
        return sprintf('<svg width="%d" height="%d" fill="#%s"></svg>', 500, 404, '400');
    }
}
