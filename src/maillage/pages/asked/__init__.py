"""Pages of what is asked: questions with their forms, answers and pictures, and the editor of SPARQL."""
