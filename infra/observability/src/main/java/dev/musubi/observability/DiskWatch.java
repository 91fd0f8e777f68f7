package dev.musubi.observability;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.io.File;
import java.util.List;

/** Room on the file system that this process works on. */
final class DiskWatch implements Watched, MeterBinder {
  private final File folder = new File("").getAbsoluteFile();

  @Override
  public String what() {
    return "disk";
  }

  @Override
  public List<Reading> readings() {
    return List.of(Reading.disk("disk", folder.getUsableSpace(), folder.getTotalSpace()));
  }

  @Override
  public void bindTo(MeterRegistry registry) {
    Gauge.builder("musubi.disk.free", folder, File::getUsableSpace)
        .baseUnit("bytes")
        .description("Room on the file system that this process works on")
        .register(registry);
    Gauge.builder("musubi.disk.total", folder, File::getTotalSpace)
        .baseUnit("bytes")
        .description("Size of the file system that this process works on")
        .register(registry);
  }
}
