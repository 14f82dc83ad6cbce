"""The GraphQL engine: HTTP endpoint, document cache, limits and column executor.

It knows no electricity: everything of the domain comes in through the schema and the context factory.
"""
