package dev.musubi.profiles;

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
          .importPackages("dev.musubi.profiles");

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
            "dev.musubi.profiles.application..",
            "dev.musubi.profiles.persistence..",
            "dev.musubi.profiles.web..")
        .check(CLASSES);
  }

  @Test
  void use_cases_know_neither_pages_nor_messages() {
    noClasses()
        .that()
        .resideInAPackage("..profiles.application..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("..profiles.web..", "..profiles.login..", "..profiles.messaging..")
        .check(CLASSES);
  }

  @Test
  void tables_are_reached_only_through_persistence_mail_and_login() {
    noClasses()
        .that()
        .resideInAPackage("..profiles.web..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.springframework.jdbc..")
        .check(CLASSES);
  }

  @Test
  void pages_and_endpoints_are_nobody_elses_business() {
    classes()
        .that()
        .resideInAnyPackage("..profiles.web..", "..profiles.login..", "..profiles.messaging..")
        .and()
        .areTopLevelClasses()
        .should()
        .notBePublic()
        .check(CLASSES);
  }
}
