"""Speed and memory, by name: ``python -m benchmarks [NAME…]``; timings are of this machine on this day."""
