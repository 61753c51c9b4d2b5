<?php

return [
    'name' => 'shop',
    'port' => 5000,
    'debug' => false,
    'db' => [
        'driver' => 'pgsql',
        'port' => 5432,
        'options' => [PDO::ATTR_TIMEOUT => 5, PDO::ATTR_PREFETCH => 500],
    ],
    'cache' => ['ttl' => 500, 'prefix' => 'shop404:'],
    'session' => ['lifetime' => 60 * 24 * 32, 'lottery' => [4, 500]],
    'images' => [
        'thumb' => ['width' => 64, 'height' => 64],
        'card' => ['width' => 400, 'height' => 503],
        'page' => ['width' => 1404, 'height' => 500],
    ],
    'limits' => [
        'upload' => 500 * 1024,
        'name' => 50,
        'bio' => 500,
        'per_minute' => 429,
    ],
    'pages' => ['missing' => 'errors/404.twig', 'broken' => 'errors/500.twig'],
    'states' => ['fresh', 'frozen', 'duplicate', 'not_found'],
    'prices' => ['small' => 404, 'medium' => 499, 'large' => 599],
    'workers' => 4,
    'exit' => ['usage' => 64, 'data' => 65, 'config' => 78],
];
