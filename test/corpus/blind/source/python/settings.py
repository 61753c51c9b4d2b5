import os
from pathlib import Path

BASE_DIR = Path(__file__).resolve().parent.parent
DEBUG = os.environ.get("DEBUG") == "1"
ALLOWED_HOSTS = ["shop.example.com"]

DATABASES = {
    "default": {
        "ENGINE": "django.db.backends.postgresql",
        "PORT": 5432,
        "CONN_MAX_AGE": 500,
        "OPTIONS": {"connect_timeout": 5, "options": "-c statement_timeout=50000"},
    }
}
CACHES = {"default": {"BACKEND": "django.core.cache.backends.redis.RedisCache", "TIMEOUT": 500}}

DATA_UPLOAD_MAX_NUMBER_FIELDS = 500
FILE_UPLOAD_PERMISSIONS = 0o404
SESSION_COOKIE_AGE = 60 * 60 * 24 * 32
LOGIN_ATTEMPTS = 5
PAGE_SIZE = 50
THUMBNAILS = {"small": (64, 64), "wide": (500, 400), "page": (1404, 503)}

TEMPLATES_FOR = {"missing": "404.html", "broken": "500.html", "denied": "403.html"}

EMAIL_PORT = 587
STATSD_PORT = 8125
WORKERS = 4
RATE = {"anon": "50/min", "user": "500/min"}
