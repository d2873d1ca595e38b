"""The trainer's tools: schemas for editors, pictures of the machine, a new client, a preview, translations, expectations."""
