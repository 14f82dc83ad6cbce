"""HTTP that is not GraphQL: headers, origin, limits, the web app's files, health."""
