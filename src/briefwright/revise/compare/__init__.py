"""What an edited draft asks for: its passages matched with those it was made with, and what differs as edits."""
