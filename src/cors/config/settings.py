"""All settings. What differs between machines comes from the environment (environment.py)."""

import os
from datetime import timedelta

from csp.constants import NONE, SELF

from cors.config.environment import ROOT, databases, flag, folder, number, secret

CORS_VAR = folder("CORS_VAR", "var")
CORS_KEYS = folder("CORS_KEYS", "var-keys")
CORS_PRACTICE = flag("CORS_PRACTICE")
CORS_FEW = flag("CORS_FEW")
CORS_WEB_ROLE = os.environ.get("CORS_WEB_ROLE", "cors_web")
CORS_LEDGER = CORS_VAR / "erasures.jsonl"
CORS_BACKUPS = folder("CORS_BACKUPS", "") if os.environ.get("CORS_BACKUPS") else None
CORS_BACKUPS_KEPT = max(1, number("CORS_BACKUPS_KEPT", 14))
CORS_RESERVE = number("CORS_RESERVE", 16 * 1024 * 1024)

DEBUG = flag("CORS_DEBUG")
SECRET_KEY = secret(CORS_KEYS)
ALLOWED_HOSTS = os.environ.get("CORS_HOSTS", "localhost,127.0.0.1,[::1]").split(",")
ROOT_URLCONF = "cors.config.urls"
WSGI_APPLICATION = "cors.config.wsgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

INSTALLED_APPS = [
    "cors.core",
    "cors.audit",
    "cors.access",
    "cors.catalogue",
    "cors.clients",
    "cors.cases",
    "cors.plans",
    "cors.measures",
    "cors.outcomes",
    "cors.contacts",
    "cors.reviews",
    "cors.facts",
    "cors.journey",
    "cors.trajectory",
    "cors.reports",
    "cors.sheets",
    "cors.library",
    "cors.exchange",
    "cors.casefile",
    "cors.caseload",
    "cors.practice",
    "cors.safekeeping",
    "django.forms",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "cors.config",
]

MIDDLEWARE = [
    "cors.config.health.middleware.ProbeMiddleware",
    "cors.config.metrics.middleware.CountingMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.gzip.GZipMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "cors.access.held_words.SignInMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "cors.core.middleware.PrivateAnswersMiddleware",
    "cors.core.away.AwayMiddleware",
    "cors.access.handed_over.HandedOverMiddleware",
    "cors.access.middleware.MemberMiddleware",
    "cors.access.once.OnceMiddleware",
]

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "cors.access.context.member",
                "cors.config.navigation.navigation",
                "cors.practice.context.practice",
                "cors.library.help_mark.help_mark",
            ],
            "builtins": [
                "django.templatetags.static",
                "cors.core.templatetags.cors_parts",
                "cors.core.templatetags.form_parts",
            ],
        },
    }
]
FORM_RENDERER = "cors.core.forms.CorsRenderer"

DATABASES = databases(CORS_VAR)

AUTH_USER_MODEL = "access.User"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 12},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_ADAPTER = "cors.access.sign_in.AccountAdapter"
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_EMAIL_NOTIFICATIONS = False
ACCOUNT_LOGOUT_ON_GET = False
MFA_ADAPTER = "cors.access.sign_in.CodeAdapter"
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes"]
MFA_TOTP_ISSUER = "CORS"

SESSION_ENGINE = "cors.access.sessions"
SESSION_COOKIE_AGE = int(timedelta(hours=12).total_seconds())
SESSION_COOKIE_NAME = "cors_session"
SESSION_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_NAME = "cors_csrf"
CSRF_COOKIE_HTTPONLY = True
CSRF_USE_SESSIONS = False
CSRF_FAILURE_VIEW = "cors.access.held_words.form_too_old"

CORS_TLS = flag("CORS_TLS")
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = CORS_TLS
SECURE_SSL_REDIRECT = False
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if CORS_TLS else None
# How many proxies stand before us: the address of whoever signs in is read from the last of
# X-Forwarded-For, and what a browser writes there itself is passed over.
ALLAUTH_TRUSTED_PROXY_COUNT = number("CORS_PROXIES", 1 if CORS_TLS else 0)
SECURE_HSTS_SECONDS = 31_536_000 if CORS_TLS else 0
CSRF_TRUSTED_ORIGINS = [f"https://{host}" for host in ALLOWED_HOSTS] if CORS_TLS else []
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
        "base-uri": [NONE],
        "manifest-src": [SELF],
        "media-src": [SELF],
    }
}

LANGUAGE_CODE = "en-gb"
TIME_ZONE = "UTC"
USE_TZ = True
USE_I18N = True

STATIC_URL = "/static/"
STATIC_ROOT = folder("CORS_STATIC", "var/static")
# Hashed and compressed once they were collected, plain before.
HAS_COLLECTED = (STATIC_ROOT / "staticfiles.json").exists()
STATIC_STORAGE = (
    "whitenoise.storage.CompressedManifestStaticFilesStorage"
    if HAS_COLLECTED
    else "django.contrib.staticfiles.storage.StaticFilesStorage"
)
WHITENOISE_USE_FINDERS = not HAS_COLLECTED
WHITENOISE_AUTOREFRESH = DEBUG
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": STATIC_STORAGE},
}

DATA_UPLOAD_MAX_MEMORY_SIZE = 2_500_000
FILE_UPLOAD_HANDLERS = ["cors.core.uploads.BoundedUploadHandler"]
DATA_UPLOAD_MAX_NUMBER_FIELDS = 1_000
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"
EMAIL_BACKEND = os.environ.get("CORS_EMAIL_BACKEND", "django.core.mail.backends.smtp.EmailBackend")
EMAIL_HOST = os.environ.get("CORS_EMAIL_HOST", "")
EMAIL_TIMEOUT = 10
DEFAULT_FROM_EMAIL = os.environ.get("CORS_EMAIL_FROM", "cors@localhost")

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "filters": {"no_probes": {"()": "cors.config.health.quiet.NoProbes"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "filters": ["no_probes"]}},
    "root": {"handlers": ["stderr"], "level": "WARNING"},
}

__all__ = ["ROOT"]
