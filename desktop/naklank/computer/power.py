"""Where the computer's current comes from."""


def is_on_battery() -> bool:
    """Whether it runs on its battery alone; False where the system does not say."""
    import psutil

    try:
        battery = psutil.sensors_battery()
    except (AttributeError, NotImplementedError, OSError, RuntimeError):
        return False
    return battery is not None and battery.power_plugged is False
