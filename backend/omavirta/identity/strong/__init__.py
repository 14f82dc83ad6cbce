"""Strong authentication: relying party of an OpenID Connect broker in the Finnish Trust Network (docs/strong-authentication.md)."""
