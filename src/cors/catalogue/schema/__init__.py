"""What a definition file may say: the entries it becomes, and every mistake it can hold."""
