plan valid.yaml --method simulaton
