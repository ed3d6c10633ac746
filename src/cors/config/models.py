"""No tables; Django tells only apps with this module when a migrate is over."""
