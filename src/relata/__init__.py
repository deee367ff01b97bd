"""Relata: a sourced incident database from news reports of armed conflict."""
