"""Migrations, made with `make migration NAME=…` (tortoise-orm)."""
