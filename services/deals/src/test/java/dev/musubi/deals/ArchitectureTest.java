package dev.musubi.deals;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("dev.musubi.deals");

  @Test
  void domain_knows_no_framework() {
    noClasses()
        .that()
        .resideInAPackage("..domain..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "org.springframework..",
            "jakarta..",
            "java.sql..",
            "dev.musubi.http..",
            "dev.musubi.security..",
            "dev.musubi.messaging..",
            "dev.musubi.deals.application..",
            "dev.musubi.deals.persistence..",
            "dev.musubi.deals.messaging..",
            "dev.musubi.deals.web..")
        .check(CLASSES);
  }

  @Test
  void use_cases_know_neither_endpoints_nor_topics_nor_tables() {
    noClasses()
        .that()
        .resideInAPackage("..deals.application..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("..deals.web..", "..deals.messaging..", "..deals.persistence..")
        .check(CLASSES);
  }

  @Test
  void endpoints_reach_tables_only_through_persistence() {
    noClasses()
        .that()
        .resideInAPackage("..deals.web..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.springframework.jdbc..")
        .check(CLASSES);
  }

  @Test
  void endpoints_listeners_and_tables_are_nobody_elses_business() {
    classes()
        .that()
        .resideInAnyPackage("..deals.web..", "..deals.messaging..", "..deals.persistence..")
        .and()
        .areTopLevelClasses()
        .should()
        .notBePublic()
        .check(CLASSES);
  }
}
