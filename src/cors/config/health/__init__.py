"""Whether the server lives and may be sent people: for probes, in words that give nothing away."""
