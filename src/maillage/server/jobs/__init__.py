"""What is done in a sealed worker: each job a function of a task, known by its name in `directory`."""
