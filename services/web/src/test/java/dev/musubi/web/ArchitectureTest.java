package dev.musubi.web;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "dev.musubi.web", importOptions = ImportOption.DoNotIncludeTests.class)
final class ArchitectureTest {
  @ArchTest
  static final ArchRule the_door_owns_no_data_and_hears_no_events =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "java.sql..",
              "org.springframework.jdbc..",
              "org.apache.kafka..",
              "co.elastic..",
              "dev.musubi.messaging..");

  @ArchTest
  static final ArchRule pages_of_one_subject_do_not_know_those_of_another =
      slices()
          .matching("dev.musubi.web.(alerts|deals|digest|needs|office)..")
          .should()
          .notDependOnEachOther();

  @ArchTest
  static final ArchRule the_door_does_not_know_the_pages =
      noClasses()
          .that()
          .resideInAPackage("dev.musubi.web.door..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "dev.musubi.web.alerts..",
              "dev.musubi.web.deals..",
              "dev.musubi.web.digest..",
              "dev.musubi.web.needs..",
              "dev.musubi.web.office..");
}
