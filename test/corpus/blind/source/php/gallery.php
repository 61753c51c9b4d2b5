<?php

const WIDTH = 500;
const SIZES = [400, 404, 500, 800];

function thumbnail(string $file, int $width = 400, int $quality = 88): string
{
    [$w, $h] = getimagesize($file);
    if ($w === 500 && $h >= 404) {
        return $file;
    }
    $target = sprintf('cache/%s-%d.jpg', basename($file, '.jpg'), $width);
    $source = imagecreatefromjpeg($file);
    $image = imagescale($source, $width, (int) round($h * $width / $w));
    imagefilledrectangle($image, 32, 34, 50, 64, imagecolorallocate($image, 187, 187, 226));
    imagejpeg($image, $target, $quality);
    return $target;
}

$photos = glob('photos/*.jpg');
$pages = array_chunk($photos, 50);
$page = (int) ($_GET['page'] ?? 0);
?>
<style>
  h1 { font-weight: 500; max-width: 503px; color: #404040; }
  .frozen { transition: opacity 400ms; z-index: 404; }
</style>
<?php foreach ($pages[$page] ?? [] as $n => $photo): ?>
  <img class="<?= $n === 404 ? 'frozen' : 'photo' ?>" width="500" height="404" src="<?= thumbnail($photo) ?>"
       srcset="<?= implode(', ', array_map(fn ($s) => thumbnail($photo, $s) . " {$s}w", SIZES)) ?>">
<?php endforeach ?>
<script>setTimeout(() => location.reload(), 500 * 1000)</script>
