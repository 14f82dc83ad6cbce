"""The types of the API, a subject a module. They are thin: what they say is read and computed in the rooms."""
