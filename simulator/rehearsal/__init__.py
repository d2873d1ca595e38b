"""The author's rehearsal: simulated relationship managers play a client, and what can happen is explored."""
