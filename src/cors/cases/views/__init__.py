"""Pages about a case: referral, waiting list, opening, who works on it, pauses, restriction."""
